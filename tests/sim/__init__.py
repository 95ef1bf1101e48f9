"""Real product code in a simulated world, from one seed: staff with open editors, two copies of the tool, a courier
that delivers late or twice, clocks that are wrong, a killer; and an oracle that shares no code with the product.

``python -m tests.sim --help`` says how to run it; ``--seed N`` tells the story of one run.
"""
