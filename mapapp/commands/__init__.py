"""What the command line does, one module a command. Each has run(options) -> exit code."""
