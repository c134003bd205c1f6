"""What helps people grow: recognition, career ladder, learning, support, culture."""
