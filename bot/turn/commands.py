"""Obeying: the words that always work, whatever is being asked."""

from bot.people.opt_out import come_back, leave
from bot.relay import relay
from bot.turn.message import LAST_HOUR, Hearing
from bot.turn.team import is_for_team
from bot.turn.wishes import follow, greet
from flows.commands.commands import Command
from flows.commands.intents import Intent
from flows.vocabulary import ConsentKind, FlowName, PersonStatus
from storage import people

_BEGINS = {
    Command.CHANGE: FlowName.ENDING_EARLY,
    Command.CONCERN: FlowName.RAISING,
    Command.CONSENT: FlowName.CONSENTING,
    Command.DELETE_ME: FlowName.ERASING,
    Command.NO_HEALTH: FlowName.HEALTH_WITHDRAWING,
    Command.PAUSE: FlowName.MENTOR_PAUSING,
    Command.RESUME: FlowName.MENTOR_RESUMING,
    Command.TRAINING: FlowName.TRAINING,
}
_WITHDRAWS = {
    Command.NO_RESEARCH: ConsentKind.RESEARCH,
    Command.NO_STORIES: ConsentKind.STORIES,
}
_OF_MENTORS = (Command.PAUSE, Command.RESUME, Command.TRAINING)  # to others, plain words
# Of those who opted out too.
_RIGHTS = (
    Command.STOP,
    Command.STOP_ALL,
    Command.MY_DATA,
    Command.DELETE_ME,
    Command.NO_HEALTH,
    *_WITHDRAWS,
)


def obey(heard: Hearing, said: Command) -> bool:
    """Do what the word says. False: from this person, now, it is a word like any other."""
    comes_back = said is Command.START and heard.address.opted_out_at is not None
    if said is Command.YES and is_for_team(heard):
        return True
    if comes_back or (heard.is_opted_out and said not in _RIGHTS):
        opted_out(heard, said)
    elif said is Command.YES or (said in _OF_MENTORS and not heard.world.me().is_mentor):
        return False
    elif said in _BEGINS:
        heard.conversing.begin(_BEGINS[said])
    elif said in _WITHDRAWS:
        heard.world.withdraw(_WITHDRAWS[said])
        heard.conversing.say(f"consenting-no-{_WITHDRAWS[said]}")
    else:
        _do(heard, said)
    return True


def _do(heard: Hearing, said: Command) -> None:
    match said:
        case Command.STOP:
            leave(heard.post, heard.person, heard.address)
        case Command.STOP_ALL:
            leave(heard.post, heard.person, *people.usable_addresses(heard.db, heard.person.id))
        case Command.HELP:
            heard.conversing.say("help")
        case Command.BACK:
            heard.conversing.go_back()
        case Command.PERSON:
            heard.world.want_person()
            heard.conversing.say("person-wanted")
        case Command.MY_DATA:
            if not heard.world.send_data_link():
                heard.conversing.say("my-data-no-page")
        case Command.SEND:
            _send_held(heard)
        case Command.TALK_NOW:
            follow(heard, Intent.TALK_NOW)
        case Command.MENU | Command.START:
            greet(heard)


def opted_out(heard: Hearing, said: Command | None) -> None:
    """Nothing is sent to someone who opted out, but an answer to what they write now."""
    if said not in (Command.START, Command.YES):
        heard.conversing.say("opted-out")
        return
    come_back(heard.post, heard.person, heard.address)
    if heard.person.status is PersonStatus.NEW:
        heard.conversing.begin(FlowName.JOINING)
    else:
        heard.conversing.say("started")
        if relay.may_be_blocked(heard.post, heard.person, heard.arrived.to):
            heard.conversing.say("started-numbers")


def _send_held(heard: Hearing) -> None:
    """Pass on, after all, what was taken for something else."""
    held = heard.conversing.release(heard.now - LAST_HOUR)
    outcome = relay.pass_on(heard.post, heard.person, heard.address, held) if held else None
    if outcome is None:
        heard.conversing.say("held-nothing")
    elif isinstance(outcome, relay.Passed):
        heard.conversing.say("held-sent", partner=outcome.partner)
    else:
        relay.tell(heard.conversing, outcome)
