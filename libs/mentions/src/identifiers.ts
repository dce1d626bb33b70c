/** What a person can be recognised by in a text. */
export interface Identifiers {
  /** Given names, each alone (`Matti`), double (`Anna-Liisa`) or several together (`Matti Juhani`). */
  firstNames: string[];
  /** Every family name the person ever had, maiden names too; `Korhonen-Virtanen` counts as either part as well. */
  lastNames: string[];
  emails: string[];
  /** In any format; E.164 is best. A number without a country code is a Finnish one. */
  phones: string[];
  /** `@matti`, `matti`, or the address of a profile (`linkedin.com/in/matti-virtanen`). */
  handles: string[];
}
