"""From a project to a version: plan, preview, write; and labels handed out in other formats."""
