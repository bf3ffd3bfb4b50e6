"""What English and Japanese texts say, as values: sentences, figures, dates, registers, sounds."""
