"""From files to a project: images, labels of other tools, videos, watched folders."""
