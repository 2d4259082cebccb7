/**
 * What a person did last, for where the focus goes: `wanted` when a cell was opened, so that its reasons take the focus (not when the page
 * comes with one open); `tried` when something was pressed among the reasons that may be gone once the new ones are there.
 */
export const opening = { wanted: false, tried: false };
