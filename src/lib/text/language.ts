/** The languages of the interface, Indonesian first. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language; a missing translation is a type error. */
export type Text = Readonly<Record<Language, string>>;
