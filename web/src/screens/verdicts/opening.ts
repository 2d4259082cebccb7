/** Set when a person opens a cell, so that its reasons take the focus; not when the page comes with one open. */
export const opening = { wanted: false };
