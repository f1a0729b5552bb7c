"""The window. Looks at `app`, shows changes, calls actions; decides nothing itself. Start it with `gui.main.run`."""
