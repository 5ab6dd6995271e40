"""Commands: the words that always work, whatever is being asked."""

from bot.people.opt_out import leave
from bot.relay import kept
from bot.turn.age import may_take_back, take_back
from bot.turn.context import DONE, PASS, Step, Turn
from bot.turn.letters import tell
from bot.turn.standing import answer_opted_out
from bot.turn.team import tell_team_who_have_them
from bot.turn.wishes import greet, serve_intent
from flows.commands.beginnings import BY_COMMAND
from flows.commands.commands import Command, command
from flows.commands.intents import Intent
from flows.vocabulary import ConsentKind, FlowName, PersonStatus
from storage import people

_WITHDRAWS = {
    Command.NO_RESEARCH: ConsentKind.RESEARCH,
    Command.NO_STORIES: ConsentKind.STORIES,
}
_OF_MENTORS = (Command.PAUSE, Command.RESUME, Command.TRAINING)  # to others, plain words
_CUT_OFF = (PersonStatus.BLOCKED, PersonStatus.UNDER_AGE)
# Of those who opted out, are blocked or are too young, too.
_RIGHTS = (
    Command.STOP,
    Command.STOP_ALL,
    Command.MY_DATA,
    Command.DELETE_ME,
    Command.NO_HEALTH,
    *_WITHDRAWS,
)


def obey_command(turn: Turn) -> Step:
    """Do what the word says; where from this person, now, it is a word like any other, pass."""
    said = command(turn.words) if turn.is_words else None
    if said is None:
        return PASS
    comes_back = said is Command.START and turn.address.opted_out_at is not None
    if said is Command.YES and tell_team_who_have_them(turn) is DONE:
        return DONE
    if comes_back or (turn.is_opted_out and said not in _RIGHTS):
        answer_opted_out(turn, said)
    elif _is_a_word_like_any_other(turn, said):
        return PASS
    elif said in BY_COMMAND:
        turn.conversations.begin(BY_COMMAND[said])
    elif said in _WITHDRAWS:
        turn.world.withdraw(_WITHDRAWS[said])
        turn.say(f"consenting-no-{_WITHDRAWS[said]}")
    else:
        _do(turn, said)
    return DONE


def _is_a_word_like_any_other(turn: Turn, said: Command) -> bool:
    """Whether from this person, now, it is no command."""
    if turn.person.status in _CUT_OFF:
        return said not in (*_RIGHTS, Command.HELP, Command.PERSON)
    return said is Command.YES or (said in _OF_MENTORS and not turn.world.me().is_mentor)


def _do(turn: Turn, said: Command) -> None:
    match said:
        case Command.STOP:
            leave(turn.post, turn.person, turn.address)
        case Command.STOP_ALL:
            leave(turn.post, turn.person, *people.usable_addresses(turn.db, turn.person.id))
        case Command.HELP:
            turn.say("help")
        case Command.BACK if may_take_back(turn.post, turn.person):
            take_back(turn.post, turn.person, turn.words)
        case Command.BACK:
            turn.conversations.go_back()
        case Command.PERSON:
            turn.world.want_person()
            turn.say("person-wanted")
        case Command.MY_DATA:
            if not turn.world.send_data_link():
                turn.say("my-data-no-page")
        case Command.SEND:
            _send_kept(turn)
        case Command.TALK_NOW:
            serve_intent(turn, Intent.TALK_NOW)
        case Command.MENU | Command.START:
            greet(turn)


def _send_kept(turn: Turn) -> None:
    """Pass on, after all, what was taken for something else; and show what that was."""
    asked = turn.conversations.open()
    was_asked = asked is not None and asked.flow == FlowName.WHOM
    if asked is not None and was_asked:
        turn.conversations.end(asked)
    sent = kept.send(turn.post, turn.person)
    for partner, words in sent.to.items():
        turn.say("held-sent", partner=partner, words=kept.quoted(words))
    if sent.stopped is not None:
        tell(turn, sent.stopped)
    elif sent.is_unclear:
        turn.conversations.begin(FlowName.WHOM)
    elif sent.waits:
        turn.say("held-waits")
    elif not sent.to:
        turn.say("held-nothing")
    elif more := kept.to_send(turn.post, turn.person):
        turn.say("held-more", words=kept.quoted([each.words or "" for each in more]))
    elif was_asked:
        turn.conversations.resume_latest()  # nothing waits any more for its answer
