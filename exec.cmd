@rem npm scripts begin with exec, so that signals reach Node and not a shell before it. Windows has no exec: this is it.
@%*
