"""A session whose updates take a fixed time, to see what the bridge adds; alone, it is a worker."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from zscl import commands as c

UPDATE_SECONDS = float(os.environ.get("BENCH_UPDATE_MS", "20")) / 1000


class SyntheticSession:
    def execute(self, command: c.Command, progress: Callable[[int, int], None]) -> c.Outcome:
        if not isinstance(command, c.Train):
            return c.Done()
        count = len(command.learning_rates)
        deadline = time.perf_counter()
        for done in range(count):
            # Sleeping frees the interpreter as a device does; a deadline keeps overshoots from adding up.
            deadline += UPDATE_SECONDS
            time.sleep(max(0.0, deadline - time.perf_counter()))
            progress(done + 1, count)
        return c.TrainDone((c.LossRow(ce=1.0, total=1.0),) * count, count)


if __name__ == "__main__":
    from zscl_worker.__main__ import main

    main(lambda command: SyntheticSession())
