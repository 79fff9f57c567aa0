/** Numbers as people and programs write them: "1234.5", "1,234.5" and "1.234,5" or "1 234,5". */

const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/iu;
const GROUPS_BY_COMMA = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/u;
const DECIMAL_COMMA = /^[-+]?([1-9]\d{0,2}([.\u0020\u00a0\u202f]\d{3})+|\d+)(,\d+)?$/u;

/** As programs write it. */
export function plainNumber(cell: string): number | undefined {
  const text = cell.replace('−', '-');
  if (!PLAIN.test(text)) return undefined;
  const number = Number(text) + 0;
  return Number.isFinite(number) && isExact(text, number) ? number : undefined;
}

/** With commas between thousands, and a decimal point. */
export function englishNumber(cell: string): number | undefined {
  const text = cell.replace('−', '-');
  return plainNumber(GROUPS_BY_COMMA.test(text) ? text.replaceAll(',', '') : text);
}

/** With points or spaces between thousands, and a decimal comma. */
export function continentalNumber(cell: string): number | undefined {
  const text = cell.replace('−', '-');
  if (!DECIMAL_COMMA.test(text)) return undefined;
  return plainNumber(text.replace(/[.\u0020\u00a0\u202f]/gu, '').replace(',', '.'));
}

/** Up to this many digits a decimal number is kept as it is. */
const CERTAIN_DIGITS = 15;

/** Whether no digit is lost: long numbers are names of things more often than amounts. */
function isExact(text: string, number: number): boolean {
  const mantissa = text.replace(/e.*$/iu, '').replace(/[-+.]/gu, '');
  const digits = mantissa.replace(/^0+|0+$/gu, '');
  return digits.length <= CERTAIN_DIGITS || String(number) === text.replace('+', '');
}

/** Whether a number is rather a name, such as a telephone number or a code with zeros in front, which must stay. */
export function isCode(cell: string): boolean {
  return /^([-+−]?0\d|\+)/u.test(cell);
}
