"""`alongside matches …`"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.common import pieces, plain_errors, post, refuse, session
from flows.vocabulary import MatchStatus

if TYPE_CHECKING:
    from bot.post import Post
    from storage.matches import Match

app = typer.Typer(help="Matches: the plan, and a coordinator's yes.", no_args_is_help=True)


@app.command()
def plan() -> None:
    """Propose the best plan over everyone who waits, and say why some have nobody."""
    from bot.matches.matchmaking import plan_everyone
    from flows.matching.reasons import in_the_way, in_words
    from flows.words import Wording

    with plain_errors(), post() as posting:
        best = plan_everyone(posting)
    for pair in best.pairs:
        why = in_words(Wording(), [(each.key, each.shared) for each in pair.fit.reasons])
        typer.echo(f"{pair.seeker} with {pair.mentor}\t{pair.fit.score:.2f}\t{why}")
    for alone in best.unmatched:
        rules = in_the_way(Wording(), alone.broken)
        why = f"{alone.suitable} would suit and are full" if alone.suitable else rules
        typer.echo(f"{alone.seeker} has nobody: of {alone.mentors} mentors, {why or 'none'}")


@app.command("list")
def list_waiting() -> None:
    """Matches that wait for a coordinator's yes."""
    from flows.matching.reasons import in_words
    from flows.words import Wording
    from storage import matches

    with plain_errors(), session() as db:
        for match in matches.all_with_status(db, MatchStatus.PROPOSED, MatchStatus.HELD):
            why = in_words(Wording(), match.reasons)
            typer.echo(
                f"{match.id}\t{match.status.value}\t{match.mentee_id} with {match.mentor_id}"
                f"\t{match.score:.2f}\t{why}"
            )


@app.command()
def introduce(
    pairs: Annotated[
        list[int], typer.Argument(metavar="MENTEE MENTOR …", help="Numbers of people, in pairs.")
    ],
) -> None:
    """Put pairs in touch at once, whom people have chosen: both are told, and nobody is asked.

    A pair that a hard rule forbids is refused by that rule's name, such as full; the others go
    ahead, and the exit code is 1. The numbers are those of `alongside people list`.
    """
    from bot.matches import matchmaking

    if len(pairs) % 2:
        refuse("a mentee's number and a mentor's for each pair: this is an odd number of them", 2)
    refused = 0
    with plain_errors(), pieces() as work:
        for mentee, mentor in zip(pairs[::2], pairs[1::2], strict=True):
            try:
                both = partial(matchmaking.introduce, mentee_id=mentee, mentor_id=mentor)
                match = work.do(both).id
            except (matchmaking.Forbidden, matchmaking.Unready) as error:
                typer.echo(f"{mentee} with {mentor}: {error}", err=True)
                refused += 1
            else:
                typer.echo(f"{mentee} with {mentor}: introduced, match {match}")
    if refused:
        raise typer.Exit(1)


@app.command()
def approve(match: int) -> None:
    """Say yes to a proposed match: the mentor is asked."""
    from bot.matches import matchmaking

    _decide(match, matchmaking.approve)


@app.command()
def hold(match: int) -> None:
    """Keep a proposed match back for now."""
    from bot.matches import matchmaking

    _decide(match, matchmaking.hold)


@app.command("refuse")
def say_no(match: int) -> None:
    """Say no to a proposed pair: they are not proposed again, and both are planned for anew."""
    from bot.matches import matchmaking

    _decide(match, matchmaking.refuse)


@app.command()
def change(match: int, mentor: Annotated[int, typer.Argument(help="The mentor's number.")]) -> None:
    """Give a proposed match another mentor, if no hard rule forbids it."""
    from bot.matches import matchmaking

    _decide(match, lambda posting, found: matchmaking.change(posting, found, mentor))


def _decide(match_id: int, decide: Callable[["Post", "Match"], bool]) -> None:
    from bot.matches.matchmaking import Forbidden
    from storage import matches

    with plain_errors(Forbidden), post() as posting:
        match = matches.find(posting.db, match_id)
        done = match is not None and decide(posting, match)
    if not done:
        refuse(f"match {match_id} does not wait for that")
    typer.echo(f"Match {match_id}: done.")
