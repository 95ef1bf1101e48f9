"""The commands, a module for each room. Nothing heavy is imported at the top: ``--help`` loads them all."""

from callbacksheet.cli.command import Registered
from callbacksheet.cli.commands.doctor import doctor
from callbacksheet.cli.commands.init import init
from callbacksheet.cli.commands.when import when

COMMANDS: dict[str, Registered] = {listed.name: listed for listed in (when, init, doctor)}
"""Every command by its name, in the order of ``--help``."""
