"""Words a file gives in both languages."""

from pydantic import BaseModel, ConfigDict

from workbench.i18n import Lang


class Strict(BaseModel):
    """A part of a file that refuses what it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Strict):
    """The same words in both languages."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Give the words in one language."""
        return self.zh if lang == "zh" else self.en
