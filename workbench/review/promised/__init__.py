"""What promises came to: at their day and then fixed, beside what they aimed at."""
