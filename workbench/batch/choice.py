"""Which documents of a plan are to be made, which are current, and which are signed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.batch.inputs import Inputs, input_hash, why
from workbench.batch.job import DocumentJob, Job, Running
from workbench.batch.later import add_formats
from workbench.batch.parameters import review_parameters, takes
from workbench.batch.plan import Plan, Request
from workbench.batch.signed import SignedFolder, keep_signed, signed_folder
from workbench.batch.status import Made, is_current, read_status, take_over
from workbench.batch.warm.lease import Books
from workbench.batch.written import written
from workbench.i18n import Lang
from workbench.review.asked_formats import FORMATS
from workbench.review.edition import EDITIONS, USUAL, formats_of


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a batch has to do."""

    jobs: tuple[Job, ...]
    skipped: tuple[Path, ...]  # documents that are current
    signed: Mapping[str, SignedFolder]  # of the reps to be made whose review is signed


def choose(planned: Plan, request: Request) -> Choice:
    """Split what is asked for into what is to be made and what is current.

    Parameters
    ----------
    planned, request
        Whose documents, and whether current ones are made again. Signed ones never are: their
        kept bytes are put back where something else stands in their place.
    """
    jobs, skipped, signed = [], [], {}
    with written(planned) as store:
        inputs, running = Inputs(planned, store), _running(planned, request)
        for rep_id in planned.chosen:
            kept = signed_folder(planned, store, rep_id)
            job, current = _split(inputs, running, rep_id, kept, is_forced=request.is_forced)
            skipped += current
            if job is not None:
                jobs.append(job)
                if kept is not None:
                    signed[rep_id] = kept
    jobs.sort(key=_failed_before)
    return Choice(jobs=tuple(jobs), skipped=tuple(skipped), signed=signed)


def made_sentence(chosen: Choice) -> str:
    """Say how many of the documents chosen are made by now."""
    made = [
        is_current(job.folder, known.get(each.stem), each.input_hash)
        for job in chosen.jobs
        for known in (read_status(job.folder, job.rep_id).documents,)
        for each in job.documents
    ]
    return f"{sum(made)} of {len(made)} documents were made."


def _failed_before(job: Job) -> bool:
    """Whether a rep's documents failed the last time: they come last, for others may go well."""
    known = read_status(job.folder, job.rep_id).documents
    return any(each.state == "failed" for each in known.values())


def _split(
    inputs: Inputs, running: Running, rep_id: str, kept: SignedFolder | None, *, is_forced: bool
) -> tuple[Job | None, list[Path]]:
    planned = inputs.plan
    folder = planned.folder / planned.folders[rep_id]
    known = take_over(folder, rep_id, planned.workspace.aliases).documents
    wanted, skipped = [], []
    for lang, edition in _which(planned, kept):
        stem = planned.stem(lang, edition)
        asked = formats_of(edition, planned.formats)
        if kept is not None and kept.has(stem):
            if edition in planned.editions:
                kept = add_formats(planned, rep_id, kept, stem, asked)
                skipped.append(kept.restore(stem))  # not by force either
            continue
        formats = formats_of(edition, _formats(folder, known.get(stem), asked))
        document = _document(inputs, rep_id, (lang, edition), known.get(stem), formats)
        if kept is not None:
            document = _with_sources(document, planned.notebook, edition)
        if not is_forced and is_current(folder, known.get(stem), document.input_hash):
            skipped.append(folder / f"{stem}.html")
            if kept is not None:  # the batch was ended between making it and keeping it
                keep_signed(planned, rep_id, kept, stem)
        else:
            wanted.append(document)
    if not wanted:
        return None, skipped
    job = Job(
        rep_id=rep_id,
        name=planned.people[rep_id].name,
        folder=folder,
        notebook=planned.notebook,
        documents=tuple(wanted),
        running=running,
    )
    return job, skipped


def _formats(folder: Path, made: Made | None, asked: Sequence[str]) -> tuple[str, ...]:
    """Add to what is asked for what lies there already: it is kept in step with its page."""
    had = made.outputs if made is not None and made.state == "made" else {}
    there = {Path(name).suffix[1:] for name in had if (folder / name).is_file()}
    return tuple(name for name in FORMATS[1:] if name in there or name in asked)


def _which(planned: Plan, kept: SignedFolder | None) -> Iterator[tuple[Lang, str]]:
    """Give languages and editions to make.

    When a signed review is made for the first time all its editions are, the usual one last: where
    that is kept the others are too, but for rounds signed before, to which nothing is added.
    """
    has_all = kept is not None and takes(planned.notebook, "edition")
    for lang in planned.langs:
        is_first = kept is not None and not kept.has(planned.stem(lang))
        asked = EDITIONS if has_all and is_first else planned.editions
        yield from ((lang, edition) for edition in sorted(asked, key=USUAL.__eq__))


def _with_sources(document: DocumentJob, notebook: Path, edition: str) -> DocumentJob:
    """Have a signed document keep what every format is made of, asked for by now or not."""
    every = ",".join(formats_of(edition, FORMATS[1:])) if takes(notebook, "formats") else ""
    more = {"formats": every} if every else {}
    return replace(document, parameters={**document.parameters, **more}, is_signed=True)


def _document(
    inputs: Inputs,
    rep_id: str,
    which: tuple[Lang, str],
    made: Made | None,
    formats: tuple[str, ...],
) -> DocumentJob:
    lang, edition = which
    parts = inputs.parts(rep_id, which, made, formats)
    return DocumentJob(
        stem=inputs.plan.stem(lang, edition),
        parameters=parameters_of(inputs.plan, rep_id, lang, formats, edition),
        input_hash=input_hash(parts),
        parts=parts,
        revision=inputs.written.revision(rep_id),
        fonts=inputs.plan.workspace.fonts,
        deck_template=inputs.plan.workspace.deck_template,
        formats=formats,
        why=why(parts, made) or "its files were changed or are missing",
    )


def parameters_of(
    planned: Plan, rep_id: str, lang: Lang, formats: Sequence[str] = (), edition: str = USUAL
) -> dict[str, str]:
    """Give the notebook's parameters for one document."""
    return review_parameters(
        {
            "rep_id": rep_id,
            "period": planned.period.name,
            "workspace": str(planned.workspace.folder),
            "as_of": planned.as_of,
            "template": planned.template,
            "lang": lang,
            "surface": "document",
            "formats": ",".join(formats),
            "edition": "" if edition == USUAL else edition,
        }
    )


def books_of(planned: Plan) -> Books:
    """Give the parameters of one review of each kind: who leads a team reads other tables."""
    kinds = {planned.people[rep].has_team_scope: rep for rep in reversed(planned.chosen)}
    return [parameters_of(planned, rep, planned.langs[0]) for rep in kinds.values()]


def _running(planned: Plan, request: Request) -> Running:
    return Running(
        engine=request.engine,
        timeout=request.timeout,
        notebook_timeout=request.notebook_timeout,
        memory_mb=request.memory_mb,
        books=books_of(planned),
    )
