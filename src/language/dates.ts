const FORMS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: "numeric" },
  7: { month: "long", year: "numeric" },
  10: { day: "numeric", month: "long", year: "numeric" },
};

/** Makes the function that writes a date as precise as it is known: `3 November 2025`, `November 2025`, `2025`. */
export function dateFormat(locale: string): (date: string) => string {
  // Making a formatter takes far longer than using it.
  const made = new Map<number, Intl.DateTimeFormat>();
  return (date) => {
    const format =
      made.get(date.length) ?? new Intl.DateTimeFormat(locale, { ...FORMS[date.length], timeZone: "UTC" });
    made.set(date.length, format);
    return format.format(new Date(date));
  };
}
