"""What a page says, as data, and the renderers that write it down.

Parts hold words, numbers and charts, never markup: a section is made of them once, and each
renderer writes the same parts in its format.
"""
