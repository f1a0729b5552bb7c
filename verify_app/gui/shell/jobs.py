"""Runs long work as child processes: the very command that a person could type, with its progress read line by line."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from verify_app.core import messages

KILL_MS = 5000
LOG_LINES = 400


class State(StrEnum):
    """How a job stands."""

    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        return self not in (State.RUNNING, State.CANCELLING)


def read_line(line: str | bytes) -> Any:
    """A line of JSON that a child has printed, its messages made of their templates again.

    Raises
    ------
    ValueError
        When it is no JSON.
    """
    told = json.loads(line)
    return messages.restore(told, told.pop("templates", {})) if isinstance(told, dict) else told


class Job(QObject):
    """One child process.

    Attributes
    ----------
    text : str
        What is happening now, or, when it is over, the result or the error in one sentence.
    result : dict
        The child's result; for a refused export the plan it carries.
    skipped : int
        How many things were skipped; the log or the further lines of the text name them.
    exit_code : int
        As the commands document it; -1 before the end and after a crash.
    """

    progressed = Signal()
    finished = Signal()

    def __init__(
        self,
        title: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        parent: QObject,
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.quiet = quiet
        self.command = list(command)
        self.state = State.RUNNING
        self.done = self.total = 0
        self.text = ""
        self.again: Callable[[], object] = lambda: None
        self.exit_code = -1
        self.result: dict[str, Any] = {}
        self.skipped = 0
        self.log: deque[str] = deque(maxlen=LOG_LINES)
        self._error = ""
        self._rest = b""
        self._stage = ""
        self._started = time.monotonic()
        self._first = 0
        self._process = QProcess(self)
        values = QProcessEnvironment()
        for name, value in environment.items():
            values.insert(name, value)
        self._process.setProcessEnvironment(values)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_log)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed_to_start)
        self._kill = QTimer(self)
        self._kill.setSingleShot(True)
        self._kill.timeout.connect(self._process.kill)

    def start(self) -> None:
        """Start the child; failing to start is an end like any other."""
        self._process.start(self.command[0], self.command[1:])

    def wish(self, image_id: int) -> None:
        """Somebody looks at this image: a run that has not come to it yet takes it next."""
        if self.state is State.RUNNING:
            self._process.write(f"first {image_id}\n".encode())

    def cancel(self) -> None:
        """Ask the child to stop; kill it when it does not within `KILL_MS`."""
        if self.state is not State.RUNNING:
            return
        self.state = State.CANCELLING
        self.text = self.tr("Stopping…")
        self._process.write(b"cancel\n")
        self._kill.start(KILL_MS)
        self.progressed.emit()

    def stop_now(self) -> None:
        """End the child without waiting for its own clean end: the window is closing."""
        self._process.readyReadStandardOutput.disconnect(self._read)
        self._process.readyReadStandardError.disconnect(self._read_log)
        self._process.finished.disconnect(self._ended)
        self._process.errorOccurred.disconnect(self._failed_to_start)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(b"cancel\n")
            if not self._process.waitForFinished(1500):
                self._process.kill()
                self._process.waitForFinished(1500)

    @property
    def refused(self) -> bool:
        """Whether it ended with a sentence about what is to be mended, not by a crash."""
        return self.state is State.FAILED and self.exit_code in (1, 2, 3)

    @property
    def tells_more(self) -> bool:
        """Whether its result is more than a sentence: what was skipped, or further lines."""
        return self.skipped > 0 or "\n" in self.text

    @property
    def speed(self) -> float:
        """Steps a second since the first one; 0 while unknown."""
        spent = time.monotonic() - self._started
        return (self.done - self._first) / spent if spent > 0.5 and self.done > self._first else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None while unknown."""
        return (self.total - self.done) / self.speed if self.total and self.speed else None

    def answer(self) -> Any:
        """What a short command has printed as one line of JSON."""
        return read_line(self.log[-1])

    # --- the child speaks -----------------------------------------------------------------------------------

    def _read(self) -> None:
        self._rest += bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            if line.strip():
                self._take(line)
        if lines:
            self.progressed.emit()

    def _take(self, line: bytes) -> None:
        try:
            message = read_line(line)
            kind = message["type"]
        except (ValueError, TypeError, KeyError):
            self.log.append(line.decode("utf-8", "replace"))
            return
        if kind == "progress":
            self._step(message)
        elif kind == "result":
            self.result = message
            self.skipped = max(self.skipped, int(message.get("skipped", 0)))
        elif kind == "error" and not self._error:  # the first says most: it carries the plan
            self._error = str(message.get("message", ""))
            self.result = message

    def _step(self, message: Mapping[str, Any]) -> None:
        if message.get("job", "") != self._stage:
            self._stage = message.get("job", "")
            self._started, self._first = time.monotonic(), int(message.get("done", 0))
        self.done, self.total = int(message.get("done", 0)), int(message.get("total", 0))
        if self.state is State.RUNNING:
            self.text = str(message.get("text", ""))
        if message.get("problem"):
            self.skipped += 1
            self.log.append(str(message["problem"]))

    def _read_log(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self.log.extend(line for line in text.splitlines() if line.strip())

    # --- the end ------------------------------------------------------------------------------------------

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(
                State.FAILED, self.tr("{job} could not be started; install verify-app again.").format(job=self.title)
            )

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._read_log()
        crashed = status == QProcess.ExitStatus.CrashExit
        self.exit_code = -1 if crashed else code
        if self.state is State.CANCELLING and (crashed or code != 0):
            self._end(State.CANCELLED, self._error or self.tr("Cancelled; what was done until then is kept."))
        elif crashed:
            self._end(State.FAILED, self._crash_sentence())
        elif code == 0:
            self._end(State.DONE, str(self.result.get("text", "")))
        elif code == 130:
            self._end(State.CANCELLED, self._error or self.tr("Cancelled; what was done until then is kept."))
        else:
            # commands without progress say what is wrong on standard error
            said = self.log[-1].removeprefix("Error: ") if self.log and code in (1, 2, 3) else ""
            told = str(self.result.get("text", ""))  # a job that is done and says no by its code
            self._end(State.FAILED, self._error or told or said or self._crash_sentence())

    def _crash_sentence(self) -> str:
        text = self.tr("{job} stopped unexpectedly; what it had done until then is kept. Its log says more.")
        return text.format(job=self.title)

    def _end(self, state: State, text: str) -> None:
        if self.state.over:
            return
        self._kill.stop()
        self.state, self.text = state, text
        self.progressed.emit()
        self.finished.emit()


class Jobs(QObject):
    """Starts jobs and knows those that run."""

    started = Signal(object)
    ended = Signal(object)
    left = Signal()
    """Another project comes: what jobs of this one have to tell is told nowhere else."""

    def __init__(self, environment: Callable[[], Mapping[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._environment = environment
        self.running: list[Job] = []

    def start(
        self,
        title: str,
        command: Sequence[str],
        *,
        done: Callable[[Job], None] | None = None,
        mend: Callable[[Job], object] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Run a command line.

        Parameters
        ----------
        done : callable, optional
            Called with the job when it is over, however it ended.
        mend : callable, optional
            Leads to what was wrong when the job was refused: the same command would be refused again.
        quiet : bool
            Not announced: no panel shows it and nothing waits for it (previews).
        """
        job = Job(title, command, self._environment(), self, quiet=quiet)
        self.running.append(job)
        job.finished.connect(lambda: self._on_finished(job, done))
        if not quiet:
            self.started.emit(job)
        job.start()
        again = partial(self.start, title, command, done=done, mend=mend, quiet=quiet)
        job.again = lambda: mend(job) if mend is not None and job.refused else again()
        return job

    def wish(self, image_id: int) -> None:
        """An image is on the screen: whoever predicts takes it next."""
        for job in self.running:
            if "predict" in job.command:
                job.wish(image_id)

    def _on_finished(self, job: Job, done: Callable[[Job], None] | None) -> None:
        if job in self.running:
            self.running.remove(job)
        if done is not None:
            done(job)
        if not job.quiet:
            self.ended.emit(job)

    @property
    def busy(self) -> list[Job]:
        """What runs and was announced: what a person would wait for."""
        return [job for job in self.running if not job.quiet]

    def leave(self, *, project: bool) -> None:
        """End the children that nobody waits for: who asked is going away.

        Parameters
        ----------
        project : bool
            Whether a project is left, and with it what its jobs have to tell.
        """
        if project:
            self.left.emit()
        for job in [job for job in self.running if job.quiet]:
            job.stop_now()
            self.running.remove(job)

    def stop_all(self) -> None:
        """End every child: the window is closing."""
        for job in self.running:
            job.stop_now()
        self.running.clear()
