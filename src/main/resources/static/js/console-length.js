// How a text travels, counted as the service counts it: dialogue.Gsm7 and channel.sms.TextLength, which a test compares with this.

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const EXTENDED = new Set("\f^{}\\[~]|€");
const LOOK_ALIKES = new Map([
  ["\u2018", "'"], ["\u2019", "'"], ["\u201B", "'"], ["`", "'"], ["\u201C", "\""], ["\u201D", "\""],
  ["\u2010", "-"], ["\u2011", "-"], ["\u2013", "-"], ["\u2014", "-"], ["\u2026", "..."], ["\u2022", "-"],
  ["\u00A0", " "], ["\u202F", " "], ["\t", " "],
]);
const SINGLE = 160;
const JOINED = 153;
const UCS2_SINGLE = 70;
const UCS2_JOINED = 67;

function septets(character) {
  return BASIC.has(character) ? 1 : EXTENDED.has(character) ? 2 : 0;
}

// By UTF-16 units, as the service goes through a text.
function units(text) {
  return text.split("");
}

export function isGsm7(text) {
  return units(text).every((unit) => septets(unit) > 0);
}

// What the service makes of curly quotes, dashes and the like before it sends them.
export function withLookAlikes(text) {
  return isGsm7(text)
    ? text
    : units(text).map((unit) => (septets(unit) ? unit : LOOK_ALIKES.get(unit) ?? unit)).join("");
}

export function lengthOf(text) {
  if (isGsm7(text)) {
    const all = units(text).reduce((sum, unit) => sum + septets(unit), 0);
    const segments = all <= SINGLE ? Math.min(all, 1) : Math.ceil(all / JOINED);
    return {
      characters: text.length, segments, encoding: "GSM-7",
      left: (segments <= 1 ? SINGLE : segments * JOINED) - all,
    };
  }
  const segments = text.length <= UCS2_SINGLE ? 1 : Math.ceil(text.length / UCS2_JOINED);
  return {
    characters: text.length, segments, encoding: "UCS-2",
    left: (segments <= 1 ? UCS2_SINGLE : segments * UCS2_JOINED) - text.length,
  };
}

// For people; nothing for an empty text.
export function lengthInWords(written, pencePerSegment) {
  const text = withLookAlikes(written.trim());
  if (!text) {
    return "";
  }
  const length = lengthOf(text);
  const parts = [
    `${length.segments} ${length.segments === 1 ? "segment" : "segments"}`,
    length.encoding === "GSM-7" ? "GSM-7" : `UCS-2 because of ${Array.from(text).find((c) => !isGsm7(c))}`,
    `${length.left} left`,
  ];
  if (pencePerSegment) {
    parts.push(`${Math.round(length.segments * Number(pencePerSegment) * 100) / 100}p`);
  }
  return parts.join(" · ");
}
