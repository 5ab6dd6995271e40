"""The turn: one message, one person, one transaction.

What is decided, in this order: whether what they wrote is a red flag; the words that always
work (STOP, START, HELP, MENU, BACK …); the open question; the relay; and then what they seem
to want. Everything that follows is written in the turn's transaction.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from bot import concerns, flags, partners, relay
from bot.conversing import LATE, Conversing
from bot.duty import Duty, order
from bot.leaving import come_back, gone, leave
from bot.messages import ARRIVED, Arrived, Kind
from bot.partners import Heading
from bot.post import Compose, Post
from bot.requests import grant
from bot.rules import DEFAULT, Rules
from bot.team import tell_team
from bot.world import PersonWorld
from flows.ages import says_age_alone, says_under_18
from flows.book import BOOK, URGENT
from flows.commands import Command, command, request
from flows.endings import Ending, ending
from flows.intents import Intent, intent
from flows.questions import Said, Unclear
from flows.reading.replies import says
from flows.safety import Risk, triage
from flows.talk import Flow
from flows.vocabulary import Channel, ConsentKind, PersonStatus
from storage import people
from storage.conversations import Conversation, ConversationStatus
from storage.inbox import Waiting, recent

LAST_HOUR = timedelta(hours=1)
MANY = 30  # messages from one person within MINUTE: a flood
MINUTE = timedelta(minutes=1)
SENTENCE = 3  # words
FEW = 8  # words: an answer that holds no more than an answer
SAME = 6  # times the same words in a row: another program, answering ours

_WANTS = {
    Intent.END_MATCH: "ending_early",
    Intent.MENTOR: "seeking",
    Intent.SERVICES: "signposting",
    Intent.CHECKIN_CHANGE: "checkin_choosing",
    Intent.TALK_NOW: "talk_now",
    Intent.VOLUNTEER: "mentoring",
    Intent.COMPLAINT: "raising",
}
_BEGINS = {
    Command.CHANGE: "ending_early",
    Command.CONCERN: "raising",
    Command.CONSENT: "consenting",
    Command.DELETE_ME: "erasing",
    Command.PAUSE: "mentor_pausing",
    Command.RESUME: "mentor_resuming",
    Command.TRAINING: "training",
}
_WITHDRAWS = {
    Command.NO_HEALTH: ConsentKind.HEALTH,
    Command.NO_RESEARCH: ConsentKind.RESEARCH,
    Command.NO_STORIES: ConsentKind.STORIES,
}
# Of those who opted out too.
_OF_MENTORS = (Command.PAUSE, Command.RESUME, Command.TRAINING)  # to others, plain words
_RIGHTS = (Command.STOP, Command.STOP_ALL, Command.MY_DATA, Command.DELETE_ME, *_WITHDRAWS)


def take_turn(
    db: Session,
    row: Waiting,
    now: datetime,
    composers: Mapping[Channel, Compose],
    rules: Rules = DEFAULT,
) -> None:
    """Handle one message. Raises whatever goes wrong: the caller undoes the turn."""
    _Turn(row, Post(db, composers, now, row.id, rules)).take()


class _Turn:
    def __init__(self, row: Waiting, post: Post) -> None:
        self.db = post.db
        self.now = post.now
        self.post = post
        self.row = row
        self.person = row.person
        self.address = row.address
        self.arrived: Arrived = ARRIVED.validate_json(row.body)
        self.texts: list[str] = []  # what they wrote in the last hour, oldest first
        self.flooding = False
        self.advised = False  # to ask their care team: an answer, so that no menu follows
        self.waiting = ""  # what they wrote before, and have not said for whom
        self.heading = Heading(self.arrived.on_message, self.arrived.to)
        self.world = PersonWorld(self.post, row.person, row.address)
        pressed_on = self.arrived.on_message if self.arrived.kind is Kind.PRESS else None
        self.conversing = Conversing(
            self.post, self.world, row.person, row.address, pressed_on=pressed_on
        )

    def take(self) -> None:
        if self.arrived.kind is Kind.BLOCKED:
            people.mark_opted_out(self.db, self.address.id, self.now)
            gone(self.post, self.person)
            return
        self.address.used_at = self.now
        self.address.gone_at = None  # they wrote: they are there
        if self.person.status is PersonStatus.LEFT and self.address.opted_out_at is None:
            come_back(self.post, self.person, self.address)
        if self.arrived.kind is Kind.UNBLOCKED:
            return  # Telegram's own /start follows, and says what they want

        said = command(self.arrived.text) if self._is_words else None
        duty = order(self.arrived.text) if self.person.is_coordinator else None
        if duty is not None:
            Duty(self.post, self.person, self.conversing).obey(duty)
        elif said is not None:
            self._obey(said)
        elif not self._is_flagged() and not self._is_granted():
            self._go_on()

    @property
    def _is_words(self) -> bool:
        return self.arrived.kind in (Kind.TEXT, Kind.COMMAND)

    def _is_granted(self) -> bool:
        """Whether it was a request, with what follows the word for it, and has been met."""
        asked = request(self.arrived.text) if self._is_words else None
        if asked is None or self.address.opted_out_at is not None:
            return False
        return grant(asked, self.post, self.person, self.address, self.conversing)

    def _is_flagged(self) -> bool:
        """Whether what they wrote was a red flag, and has been answered as one."""
        if self.arrived.kind not in (Kind.TEXT, Kind.EDITED, Kind.MEDIA) or not self.arrived.text:
            return False
        lately = recent(self.db, self.person.id, self.row.id, self.now - LAST_HOUR, MANY)
        self.texts = [ARRIVED.validate_json(body).text for _, body in lately]
        self.flooding = len(lately) == MANY and lately[0][0] > self.now - MINUTE
        words = self.arrived.text
        conversation = self.conversing.open()
        # The team has what went before, where this goes to them anyway.
        has_all = self._is_with_team or (conversation is not None and conversation.flow in URGENT)
        found = triage(words, () if has_all else self.texts[-6:])
        if found.label is Risk.NONE or self._is_option(conversation):
            return False
        if not found.by_sign and self._is_plain_answer(conversation):
            return False
        if self._is_loop(words):
            flags.note(self.post, self.person, found, words)
            return True
        if says_under_18(words) and self.person.status is not PersonStatus.UNDER_AGE:
            if says_age_alone(words):
                return False  # they are turned away kindly, and the team is told
            self.world.turn_away_child()
        self.advised = found.label is Risk.CLINICAL_ADVICE
        flow = _flow(conversation)
        to_team = flow is not None and flow.to_team
        flags.answer(self.post, self.person, self.conversing, found, words, to_team=to_team)
        # Who or what is being spoken to still hears a question for the care team, and the team
        # what is being written to it.
        return not self.advised and not to_team

    def _is_option(self, conversation: Conversation | None) -> bool:
        """Whether they typed an option's own label: our words, which say nothing of their state."""
        words = self.arrived.text
        return conversation is not None and self.conversing.offers(conversation, words)

    def _is_plain_answer(self, conversation: Conversation | None) -> bool:
        """Whether it chooses among the open question's options, in few words.

        "I don't know, they didn't say" is a type of diabetes where that is asked, and would read
        like despair where nothing is.
        """
        words, flow = self.arrived.text, _flow(conversation)
        return (
            conversation is not None
            and flow is not None
            and conversation.flow not in URGENT
            and len(words.split()) <= FEW
            and self.conversing.chosen(conversation, words)
        )

    def _obey(self, said: Command) -> None:
        comes_back = said is Command.START and self.address.opted_out_at is not None
        if said is Command.YES and self._is_for_team():
            pass
        elif comes_back or (self._is_opted_out and said not in _RIGHTS):
            self._opted_out(said)
        elif said in _OF_MENTORS and not self.world.me().is_mentor:
            self._go_on()
        elif said in _BEGINS:
            self.conversing.begin(_BEGINS[said])
        elif said in _WITHDRAWS:
            self.world.withdraw(_WITHDRAWS[said])
            self.conversing.say(f"consenting-no-{_WITHDRAWS[said]}")
        else:
            self._do(said)

    def _do(self, said: Command) -> None:
        match said:
            case Command.STOP:
                leave(self.post, self.person, self.address)
            case Command.STOP_ALL:
                leave(self.post, self.person, *people.usable_addresses(self.db, self.person.id))
            case Command.HELP:
                self.conversing.say("help")
            case Command.BACK:
                self.conversing.go_back()
            case Command.PERSON:
                self.world.want_person()
                self.conversing.say("person-wanted")
            case Command.MY_DATA:
                if not self.world.send_data_link():
                    self.conversing.say("my-data-no-page")
            case Command.SEND:
                self._send_held()
            case Command.TALK_NOW:
                self._wants(Intent.TALK_NOW)
            case Command.YES:
                self._go_on()
            case Command.MENU | Command.START:
                self._greet()

    @property
    def _is_opted_out(self) -> bool:
        """Whether they opted out here, and are not answering what they have a right to ask."""
        if self.address.opted_out_at is None:
            return False
        asked_in = _flow(self.conversing.open())
        return asked_in is None or not asked_in.is_right

    def _opted_out(self, said: Command | None) -> None:
        """Nothing is sent to someone who opted out, but an answer to what they write now."""
        if said not in (Command.START, Command.YES):
            self.conversing.say("opted-out")
            return
        come_back(self.post, self.person, self.address)
        if self.person.status is PersonStatus.NEW:
            self.conversing.begin("joining")
        else:
            self.conversing.say("started")
            if relay.may_be_blocked(self.post, self.person, self.arrived.to):
                self.conversing.say("started-numbers")

    def _send_held(self) -> None:
        """Pass on, after all, what was taken for something else."""
        held = self.conversing.release(self.now - LAST_HOUR)
        outcome = relay.pass_on(self.post, self.person, self.address, held) if held else None
        if outcome is None:
            self.conversing.say("held-nothing")
        elif isinstance(outcome, relay.Passed):
            self.conversing.say("held-sent", partner=outcome.partner)
        else:
            relay.tell(self.conversing, outcome)

    def _greet(self) -> None:
        """Hello to someone new; the menu to anyone who has joined."""
        match self.person.status:
            case PersonStatus.JOINED:
                self.conversing.begin("menu")
            case PersonStatus.UNDER_AGE:
                self.conversing.say("joining-under-age")
            case PersonStatus.NEW:
                joining = self.conversing.open()
                if joining is None:
                    self.conversing.begin("joining")
                else:
                    self.conversing.show(joining)
            case PersonStatus.LEFT | PersonStatus.BLOCKED | PersonStatus.ERASED:
                pass

    def _go_on(self) -> None:
        arrived = self.arrived
        if self._is_for_team():
            return
        if self.person.status is PersonStatus.BLOCKED:
            return  # by a coordinator: what they write is kept, and goes nowhere
        if self._is_opted_out:
            self._opted_out(None)
            return
        conversation = self.conversing.open()
        match arrived.kind:
            case Kind.PRESS:
                self._pressed(conversation)
            case Kind.LOCATION:
                if conversation is None or not self._answered(conversation):
                    self.conversing.say("position-thanks")
            case Kind.CONTACT:
                self.conversing.say("contact-not-passed")
            case Kind.EDITED:
                self.conversing.say("edited-noted")
            case Kind.MEDIA:
                self.conversing.say("only-words")
            case Kind.TEXT | Kind.COMMAND:
                self._words(conversation)
            case Kind.GROUP | Kind.UNKNOWN | Kind.BLOCKED | Kind.UNBLOCKED:
                pass

    def _is_for_team(self) -> bool:
        """Whether it answers "are you safe?", or is for those on the team who have them in hand.

        Whoever opted out, is blocked or is under 18 is owed this like anyone else.
        """
        if self.arrived.kind is Kind.PRESS:
            return self._presses_whether_safe()
        conversation = self.conversing.open()
        if self.arrived.kind is Kind.LOCATION:
            return self._says_where(conversation)
        if not self._is_words or not self._may_be_for_team(conversation) or self._is_to_partner:
            return False
        concern = concerns.in_talk(self.post, self.person)
        words = self.arrived.text
        if concern is not None:
            concerns.add(self.post, concern, words)  # "yes, with my sister": the team reads it all
        elif self._is_with_team:
            concerns.answers(self.post, self.person, words)
        else:
            return False
        if conversation is not None and self.conversing.answer(conversation, Said(words)) is None:
            return True
        if intent(words) is Intent.STOP:
            return False
        if not self._is_loop(words) and not self._ends(words):
            self.conversing.say("safety-noted", urgent=True)
            flags.keep_from_partner(self.post, self.person, self.conversing, words)
        return True

    def _says_where(self, conversation: Conversation | None) -> bool:
        """Where someone at risk is, unless a question of ours was about places."""
        concern = concerns.gravest(self.post, self.person)
        asked_where = conversation is not None and conversation.flow not in URGENT
        if concern is None or self.arrived.position is None or asked_where:
            return False
        latitude, longitude = self.arrived.position
        concerns.add(self.post, concern, f"is at {latitude}, {longitude}")
        self.conversing.say("safety-noted", urgent=True)
        return True

    def _may_be_for_team(self, conversation: Conversation | None) -> bool:
        if conversation is not None:
            if conversation.flow not in URGENT:
                return False
            if self.now - conversation.touched_at < LAST_HOUR:
                return True
        cut_off = (PersonStatus.BLOCKED, PersonStatus.UNDER_AGE)
        is_cut_off = self.address.opted_out_at is not None or self.person.status in cut_off
        return is_cut_off or self._is_with_team

    @property
    def _is_with_team(self) -> bool:
        """Whether a coordinator wrote to them within the hour, or they to one since."""
        until = self.person.with_team_until
        return until is not None and self.now < until

    def _presses_whether_safe(self) -> bool:
        """Their answer counts whenever it comes, and a no that follows a yes does, too."""
        number, _, rest = (self.arrived.pressed or "").partition(".")
        conversation = self.conversing.urgent(number)
        if conversation is None:
            return False
        pressed = rest.partition(".")[2]
        if conversation.status is not ConversationStatus.ENDED:
            self.conversing.take_up(conversation)
            return self.conversing.answer(conversation, Said(pressed=pressed)) is None
        if pressed != "no":
            return False
        self.world.not_safe()
        self.conversing.say(f"{conversation.flow.replace('_', '-')}-no", urgent=True)
        return True

    def _pressed(self, conversation: Conversation | None) -> None:
        """A press answers the question that its button was under, and no other."""
        data = self.arrived.pressed or ""
        duty = order(data.removeprefix("=")) if self.person.is_coordinator else None
        if duty is not None:
            Duty(self.post, self.person, self.conversing).obey(duty)
            return
        number, _, rest = data.partition(".")
        serial, _, value = rest.partition(".")
        if (
            conversation is not None
            and (number, serial) == (str(conversation.id), str(conversation.serial))
            and self.conversing.answer(conversation, Said(pressed=value)) is None
        ):
            return
        self.conversing.say("press-outdated", asking="yes" if conversation else "no")
        if conversation is not None:
            self.conversing.show(conversation)

    def _answered(self, conversation: Conversation) -> bool:
        said = Said(self.arrived.text, position=self.arrived.position)
        return self.conversing.answer(conversation, said) is None

    def _words(self, conversation: Conversation | None) -> None:
        words = self.arrived.text
        if self._is_loop(words) or self._ends(words) or self._is_child(words):
            return
        wish = intent(words)
        joined = self.person.status is PersonStatus.JOINED
        stops = wish is Intent.STOP and joined and not self._is_option(conversation)
        # A whole sentence that asks us to stop is that even where any words would be an answer.
        if stops and len(words.split()) >= SENTENCE:
            self._ask_to_leave(words)
        elif (
            conversation is not None
            and not self._is_to_partner
            and self._was_answer(conversation, words)
        ):
            pass
        elif stops:
            self._ask_to_leave(words)
        elif not self._is_passed_on(words, wish):
            self._wants(wish)

    @property
    def _is_to_partner(self) -> bool:
        """Whether it is certain before a word is read that they write to a partner, not to us."""
        return partners.shown_by(self.post, self.person, self.address, self.heading) is not None

    def _ask_to_leave(self, words: str) -> None:
        """It may have been meant for their mentor: then it can still be sent."""
        partner = relay.partner_of(self.post, self.person)
        self.conversing.begin("leaving", held=words)
        if partner is not None:
            self.conversing.say("leaving-or-relay", partner=partner)

    def _was_answer(self, conversation: Conversation, words: str) -> bool:
        """Whether the words were for the open question, read or not."""
        if conversation.flow in URGENT:
            return False  # they leave it unanswered, and go on; its buttons still work
        if self.now - conversation.touched_at > LATE:
            self.conversing.resume(conversation, "resumed")
            return True
        flow = _flow(conversation)
        if conversation.flow == "whom" and partners.is_letter(self.post, self.person, words):
            unclear: Unclear | None = Unclear("unclear-choice")
        else:
            unclear = self.conversing.answer(conversation, Said(words))
        if unclear is None:
            return True
        partner = relay.partner_of(self.post, self.person)
        if flow is None or not flow.insists or (flow.yields and partner is not None):
            self.conversing.end(conversation)
            if conversation.flow == "whom":
                self.waiting = conversation.held or ""
            return False
        if partner is None and self._is_lost(conversation, intent(words)):
            return True
        self.conversing.ask_again(conversation, unclear, words)
        if partner is not None and not flow.to_team:  # a concern about them is not for them
            self.conversing.say("unclear-relay", partner=partner)
        return True

    def _is_lost(self, conversation: Conversation, wish: Intent) -> bool:
        """Whether they asked for something instead of answering, and it has been seen to."""
        joined = self.person.status is PersonStatus.JOINED
        if wish is Intent.HELP:
            self.conversing.say("help")
        elif wish is Intent.TALK_NOW and not joined:
            self.conversing.say("talk-now-after-joining")
        elif joined and _WANTS.get(wish, conversation.flow) != conversation.flow:
            self.conversing.begin(_WANTS[wish])
            return True
        else:
            return False
        self.conversing.repeat(conversation)
        return True

    def _is_loop(self, words: str) -> bool:
        """Another program answers ours with the same words: it gets no more answers."""
        if len(self.texts) < SAME or set(self.texts[-SAME:]) != {words}:
            return False
        if len(words.split()) < SENTENCE and partners.active_of(self.post, self.person):
            return False  # "ok", to a mentor who has much to say
        if self.texts[-SAME - 1 : -SAME] != [words]:
            self.world.tell_team("team-loop")
        return True

    def _ends(self, words: str) -> bool:
        """A wrong number or a death: contact ends now, and a coordinator looks."""
        why = ending(words, self.person.name)
        if why is None:
            return False
        if why is Ending.DECEASED:
            for other in people.addresses_of(self.db, self.person.id):
                if other.id != self.address.id:
                    people.mark_opted_out(self.db, other.id, self.now)
        leave(self.post, self.person, self.address, message=f"ending-{why.value}")
        args = {"person": str(self.person.id)}
        tell_team(self.post, f"team-{why.value}", args, or_all=True)
        return True

    def _is_child(self, words: str) -> bool:
        """Adults only: a child is met kindly, given Childline, and told of to a coordinator."""
        if self.person.status is PersonStatus.UNDER_AGE:
            self.conversing.say("joining-under-age")
            return True
        if not says_under_18(words):
            return False
        self.world.turn_away_child()
        self.conversing.say("joining-under-age")
        return True

    def _is_passed_on(self, words: str, wish: Intent) -> bool:
        """Whether there is somebody to pass the words on to. A flood is slowed, and none lost."""
        if self.flooding and (
            self.person.slowed_at is None or self.now - self.person.slowed_at > LAST_HOUR
        ):
            self.person.slowed_at = self.now
            self.conversing.say("flood")
        outcome = relay.pass_on(
            self.post,
            self.person,
            self.address,
            words,
            self.heading,
            waiting=self.waiting,
            forwarded=self.arrived.forwarded,
            earlier=self.texts,
            not_before=self.now + MINUTE if self.flooding else None,
        )
        if outcome is None and wish is Intent.GREETING_OR_OTHER:
            outcome = relay.to_resting(self.post, self.person)
        if outcome is not None:
            relay.tell(self.conversing, outcome)
        if (
            isinstance(outcome, relay.Passed)
            and wish is Intent.TALK_NOW
            and len(words.split()) > SENTENCE
            and self.world.me().partner is not None
        ):
            self.conversing.say("talk-now-hint")  # their mentor may not see it for a while
        return outcome is not None or self.flooding

    def _wants(self, wish: Intent) -> None:
        """Nobody was asking, and there is nobody to pass it on to."""
        concern = concerns.gravest(self.post, self.person)
        if concern is not None:
            # Someone has to look first: this is for the team, and no menu answers it.
            concerns.add(self.post, concern, self.arrived.text)
            self.conversing.say("safety-noted", urgent=True)
        elif wish is Intent.MY_DATA:
            self.conversing.begin("my_data")
        elif self.advised:
            pass
        elif self.person.status is PersonStatus.NEW and wish is Intent.VOLUNTEER:
            self.conversing.begin("mentoring")
        elif self.person.status is not PersonStatus.JOINED:
            self._greet()
        elif wish is Intent.HELP:
            self.conversing.say("help")
        elif wish in _WANTS:
            self.conversing.begin(_WANTS[wish])
        elif says("courtesy", self.arrived.text, self.conversing.wording):
            self.conversing.say("menu-courtesy")
        else:
            if len(self.arrived.text.split()) > SENTENCE:
                self.conversing.say("menu-no-chat")
            self.conversing.begin("menu")


def _flow(conversation: Conversation | None) -> Flow | None:
    """A conversation's flow, where the program still has it."""
    return None if conversation is None else BOOK.get(conversation.flow)
