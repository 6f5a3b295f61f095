// Files → one archive, nothing compressed, with a fixed date: the same files give the same bytes.
const TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
  let rest = at;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function checksum(bytes) {
  let held = 0xffffffff;
  for (const byte of bytes) held = TABLE[(held ^ byte) & 255] ^ (held >>> 8);
  return ~held >>> 0;
}

// Numbers of two bytes, and those of four as [number], in the order of the format.
function record(...numbers) {
  const bytes = new DataView(new ArrayBuffer(numbers.reduce((sum, one) => sum + (Array.isArray(one) ? 4 : 2), 0)));
  let at = 0;
  for (const one of numbers) {
    if (Array.isArray(one)) bytes.setUint32(at, one[0], true);
    else bytes.setUint16(at, one, true);
    at += Array.isArray(one) ? 4 : 2;
  }
  return new Uint8Array(bytes.buffer);
}

const DAY = 0x21; // 1 January 1980
const UTF8 = 0x800;

/** files: [name, text or bytes]; returns a Blob */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of files) {
    const [title, bytes] = [name, text].map((one) => (typeof one === "string" ? new TextEncoder().encode(one) : one));
    const about = [20, UTF8, 0, 0, DAY, [checksum(bytes)], [bytes.length], [bytes.length], title.length, 0];
    const head = record([0x04034b50], ...about);
    directory.push(record([0x02014b50], 20, ...about, 0, 0, 0, [0], [at]), title);
    parts.push(head, title, bytes);
    at += head.length + title.length + bytes.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = record([0x06054b50], 0, 0, files.length, files.length, [size], [at], 0);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}
