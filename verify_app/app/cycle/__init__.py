"""From the newest human work to the next model: export, train, evaluate, monitor, take into use, predict."""
