// What a value from outside, such as a file, must look like.
export const isText = (value) => typeof value === "string";
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** True when every value is a text, or one of the kinds that are named: {gedrag: String, keren: Array}. */
export const hasShape = (value, shape) =>
  isObject(value) &&
  Object.entries(shape).every(([key, kind]) =>
    kind === Array ? Array.isArray(value[key]) : kind === Object ? isObject(value[key]) : isText(value[key]),
  );
