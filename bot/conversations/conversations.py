"""Conversations: a person's conversations, begun, answered, gone back in, parked and resumed."""

from dataclasses import replace
from typing import NamedTuple

from bot.messages import Button, Letter
from bot.post import Post
from flows.book import BOOK, ENDS_CONTACT, URGENT
from flows.questions import Question, Said, Unclear
from flows.routing import Open, as_read
from flows.talk import WAITING, Flow, Line, Log, NoWayBack, Step, advance, back
from flows.vocabulary import FlowName, flow_named
from flows.words import Argument, Wording
from flows.world import World
from storage import conversations
from storage.concerns import has_grave
from storage.conversations import Conversation, ConversationStatus, waiting_of
from storage.people import Address, Person

TRIES = 3  # messages that can't be read before a way out to a person is offered


class Pressed(NamedTuple):
    """What a button of a question brings back: whose it is, which asking of it, and the answer."""

    conversation: str
    serial: str
    value: str

    @classmethod
    def read(cls, data: str) -> "Pressed":
        """Whatever the data is: what is none of ours belongs to no conversation."""
        conversation, _, rest = data.partition(".")
        serial, _, value = rest.partition(".")
        return cls(conversation, serial, value)

    def __str__(self) -> str:
        return ".".join(self)


class Conversations:
    """One person's conversations within one turn, at the address that the turn is about."""

    def __init__(
        self,
        post: Post,
        world: World,
        person: Person,
        address: Address,
        pressed_on: str | None = None,
    ) -> None:
        self._post = post
        self._world = world
        self._person = person
        self._address = address
        self._pressed_on = pressed_on
        self._open: Conversation | None = None  # as it was last looked up

    @property
    def wording(self) -> Wording:
        return Wording(self._person.language, self._address.channel)

    def open(self) -> Conversation | None:
        if self._open is None or self._open.status is not ConversationStatus.OPEN:
            self._open = conversations.open_of(self._post.db, self._person.id)
        return self._open

    def begin(self, name: FlowName, about: int | None = None, *, held: str | None = None) -> None:
        """Begin a flow. One that is open waits; an earlier run of the same one is closed.

        `held` are words that were kept back, for the flow to deal with.
        """
        for earlier in (*conversations.parked_of(self._post.db, self._person.id), self.open()):
            if earlier is None:
                continue
            same = earlier.flow == name and earlier.about == about
            # Words of which it is asked for whom they are may be its answer.
            over = same or (name is not FlowName.WHOM and _is_left_behind(earlier))
            status = ConversationStatus.ENDED if over else ConversationStatus.PARKED
            self._set_status(earlier, status)
        flow = BOOK[name]
        conversation = Conversation(
            person_id=self._person.id,
            flow=name,
            version=flow.version,
            about=about,
            status=ConversationStatus.OPEN,
            held=held,
            began_at=self._post.now,
            touched_at=self._post.now,
        )
        self._post.db.add(conversation)
        self._post.db.flush()
        self._go_on(conversation, flow, ())

    def answer(self, conversation: Conversation, said: Said) -> Unclear | None:
        """Take what was said as the answer to the open question, unless it can't be read."""
        flow = self._flow_or_end(conversation)
        if flow is None:
            return None
        before = (conversation.missed or "") if conversation.tries else ""
        said = replace(said, chosen=tuple(conversation.chosen.split()), before=before)
        step = self._run(conversation, flow, conversation.log, said)
        if step.unclear is not None:
            return step.unclear
        if step.partial is not None:
            conversation.chosen = " ".join(step.partial.chosen)
            self._show_ticks(conversation, step)
        else:
            self._keep(conversation, flow, step)
        return None

    def reads(self, conversation: Conversation, words: str) -> Open | None:
        """The open question, and how the words read as its answer; None where it is gone."""
        flow = _flow_of(conversation)
        question = None
        if flow is not None:
            question = self._run(conversation, flow, conversation.log, None).question
        if flow is None or question is None:
            return None
        age = self._post.now - conversation.touched_at
        before = (conversation.missed or "") if conversation.tries else ""
        return as_read(flow, question, age, words, self.wording, before)

    def ask_again(self, conversation: Conversation, unclear: Unclear, words: str) -> None:
        """Say what would be an answer; after a third miss, how to reach a person."""
        flow = self._flow_or_end(conversation)
        if flow is None:
            return
        conversation.tries += 1
        conversation.missed = words or None
        question = self._run(conversation, flow, conversation.log, None).question
        if conversation.tries >= TRIES and question is not None:
            self.say("unclear-again", skip="yes" if question.can_be_skipped else "no")
            self.repeat(conversation)
            return
        self._put(conversation, Line(unclear.hint, unclear.args), question)

    def urgent(self, number: str) -> Conversation | None:
        """Where they were asked whether they are safe, by its number, whatever became of it."""
        found = conversations.get(self._post.db, self._person.id, number)
        return found if found is not None and found.flow in URGENT else None

    def take_up(self, conversation: Conversation) -> None:
        """Make this the one that is being asked. Another that is open waits."""
        now_open = self.open()
        if now_open is not None and now_open is not conversation:
            self._set_status(now_open, ConversationStatus.PARKED)
        conversation.status = ConversationStatus.OPEN

    def end(self, conversation: Conversation) -> None:
        """End it here: what was said instead matters more."""
        self._set_status(conversation, ConversationStatus.ENDED)

    def go_back(self) -> None:
        """Forget the last answer and ask that question again."""
        conversation = self.open()
        flow = self._flow_or_end(conversation) if conversation else None
        if conversation is None or flow is None:
            self.say("back-nowhere")
            return
        try:
            log = back(conversation.log)
        except NoWayBack:
            done = any(entry.kind == "do" for entry in conversation.log)
            self.say("back-not-past-done" if done else "back-nowhere")
            self.show(conversation)
            return
        self._go_on(conversation, flow, log)

    def repeat(self, conversation: Conversation) -> None:
        """Ask the open question in the same words, with what has been ticked."""
        flow = self._flow_or_end(conversation)
        if flow is not None:
            question = self._run(conversation, flow, conversation.log, None).question
            if question is not None:
                self._put(conversation, Line(question.prompt, question.args), question)

    def show(self, conversation: Conversation) -> None:
        """Ask the open question afresh: the buttons under it until now are of no more use."""
        flow = self._flow_or_end(conversation)
        if flow is not None:
            self._go_on(conversation, flow, conversation.log)

    def resume(self, conversation: Conversation, message: str) -> None:
        """Take up a conversation that waited, saying so first."""
        self.say(message)
        conversation.status = ConversationStatus.OPEN
        self.show(conversation)

    def say(self, message: str, *, urgent: bool = False, **args: Argument) -> None:
        """Queue one text for them. An urgent one goes before anything else."""
        self._write(self.wording.text(message, args), urgent)

    def _go_on(self, conversation: Conversation, flow: Flow, log: Log) -> None:
        self._keep(conversation, flow, self._run(conversation, flow, log, None))

    def _run(self, conversation: Conversation, flow: Flow, log: Log, said: Said | None) -> Step:
        return advance(
            flow, self._world, self.wording, log,
            now=conversation.began_at, about=conversation.about,
            said=said, asking=conversation.asking,
        )  # fmt: skip

    def _keep(self, conversation: Conversation, flow: Flow, step: Step) -> None:
        conversation.set_log(step.log)
        conversation.version = flow.version
        conversation.asking = step.asking
        conversation.serial += 1
        conversation.tries = 0
        conversation.chosen = ""
        conversation.touched_at = self._post.now
        for line in step.lines:
            self._put(conversation, line, line.question)
        if step.asking is None:
            self._set_status(conversation, ConversationStatus.ENDED)
            self._after(conversation, step.then)

    def _after(self, conversation: Conversation, then: str | None) -> None:
        if (following := flow_named(then)) is not None:
            self.begin(following, conversation.about, held=conversation.held)
            return
        if then == WAITING and self._answer_waiting(conversation.held or ""):
            return
        if has_grave(self._post.db, self._person.id):
            return  # what waited goes on when someone has looked
        self.resume_latest()

    def resume_latest(self) -> None:
        """Go on with what waited last, unless that is too long ago."""
        for waiting in waiting_of(self._post.db, self._person.id, self._post.now):
            if not _is_left_behind(waiting):
                self.resume(waiting, "resumed-after")
                return
            self._set_status(waiting, ConversationStatus.ENDED)

    def _answer_waiting(self, words: str) -> bool:
        """Take words as the answer to what waited last. False: they can't be read as one."""
        waiting = next(waiting_of(self._post.db, self._person.id, self._post.now), None)
        if waiting is None:
            return False
        self.take_up(waiting)
        if self.answer(waiting, Said(words)) is not None:
            self.resume(waiting, "resumed-after")
        return True

    def _set_status(self, conversation: Conversation, status: ConversationStatus) -> None:
        conversation.status = status
        # Its place as the one open conversation has to be free before another takes it.
        self._post.db.flush()

    def end_if_gone(self) -> None:
        """End the open conversation, where the program has no flow any more that can replay it."""
        conversation = self.open()
        if conversation is not None:
            self._flow_or_end(conversation)

    def _flow_or_end(self, conversation: Conversation) -> Flow | None:
        flow = _flow_of(conversation)
        if flow is None:
            self._set_status(conversation, ConversationStatus.ENDED)
            self.say("flow-gone")
            self._world.tell_team("team-flow-gone")
        return flow

    def _put(self, conversation: Conversation, line: Line, asks: Question[object] | None) -> None:
        urgent = conversation.flow in URGENT
        text = self.wording.text(line.message, line.args)
        if asks is None:
            self._write(text, urgent)
            return
        buttons = self._buttons(conversation, asks)
        letters = self._post.compose(self._address, text, buttons, asks_position=asks.asks_position)
        self._post.queue(self._address, letters, urgent=urgent)

    def _buttons(self, conversation: Conversation, question: Question[object]) -> list[Button]:
        options = question.options(self.wording, tuple(conversation.chosen.split()))
        number, serial = str(conversation.id), str(conversation.serial)
        return [Button(label, str(Pressed(number, serial, value))) for value, label in options]

    def _show_ticks(self, conversation: Conversation, step: Step) -> None:
        if step.question is not None and self._pressed_on is not None:
            buttons = tuple(self._buttons(conversation, step.question))
            letter = Letter("", buttons, edits=self._pressed_on)
            self._post.queue(self._address, [letter])

    def _write(self, text: str, urgent: bool) -> None:
        self._post.queue(self._address, self._post.compose(self._address, text), urgent=urgent)


def _flow_of(conversation: Conversation) -> Flow | None:
    """Its flow; None when the program no longer has one that can replay it."""
    flow = BOOK.get(conversation.flow)
    return flow if flow is not None and flow.can_replay(conversation.version) else None


def _is_left_behind(conversation: Conversation) -> bool:
    """Whether nothing is lost with it: what need not be answered, and has not been so far."""
    flow = BOOK.get(conversation.flow)
    if conversation.flow in ENDS_CONTACT:
        return True  # whoever goes on with something else is whom we write to
    has_words = conversation.held or conversation.missed
    if flow is None or flow.insists or conversation.flow in URGENT or has_words:
        return False
    return not any(entry.kind == "ask" for entry in conversation.log)
