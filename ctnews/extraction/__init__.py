"""Extracts facts from bodies: dates, places, agencies, persons, meetings, agreements, commitments, topics."""

from ctnews.extraction.pipeline import Extracted, extract_facts, load_pipeline

__all__ = ["Extracted", "extract_facts", "load_pipeline"]
