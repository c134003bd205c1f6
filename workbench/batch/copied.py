"""What the workers of a batch are copies of: imported first by the process they are forked from."""

import gc
from importlib import import_module

for _name in ("workbench.batch.make", "IPython.core.interactiveshell", "ipykernel.connect"):
    import_module(_name)
gc.collect()
gc.freeze()  # what is there stays there: a worker's collector would copy its pages
