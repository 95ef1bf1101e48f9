"""The commands, a module for each room. Nothing heavy is imported at the top: ``--help`` loads them all."""

from callbacksheet.cli.command import Registered
from callbacksheet.cli.commands.add import add
from callbacksheet.cli.commands.assign import assign
from callbacksheet.cli.commands.attempt import attempt
from callbacksheet.cli.commands.block import block
from callbacksheet.cli.commands.blocks import blocks
from callbacksheet.cli.commands.claim import claim
from callbacksheet.cli.commands.cron import cron
from callbacksheet.cli.commands.demo import demo
from callbacksheet.cli.commands.doctor import doctor
from callbacksheet.cli.commands.done import done
from callbacksheet.cli.commands.eod import eod
from callbacksheet.cli.commands.export import export
from callbacksheet.cli.commands.forget import forget
from callbacksheet.cli.commands.history import history
from callbacksheet.cli.commands.import_ import import_file
from callbacksheet.cli.commands.init import init
from callbacksheet.cli.commands.list import list_rows
from callbacksheet.cli.commands.next import next_row
from callbacksheet.cli.commands.notify import notify_test
from callbacksheet.cli.commands.offer import offer
from callbacksheet.cli.commands.remind import remind
from callbacksheet.cli.commands.rollback import rollback
from callbacksheet.cli.commands.run import run
from callbacksheet.cli.commands.schedule import schedule
from callbacksheet.cli.commands.script import script
from callbacksheet.cli.commands.tidy import tidy
from callbacksheet.cli.commands.triage import triage
from callbacksheet.cli.commands.undo import undo
from callbacksheet.cli.commands.when import when
from callbacksheet.cli.commands.who import who

COMMANDS: dict[str, Registered] = {
    listed.name: listed
    for listed in (
        *(add, triage, tidy, next_row, list_rows, remind, run, eod, when, import_file),
        *(attempt, done, schedule, assign, claim, block, offer, script, blocks),
        *(who, history, undo, rollback, forget, export),
        *(demo, init, doctor, notify_test, cron),
    )
}
"""Every command by its name, in the order of ``--help``."""
