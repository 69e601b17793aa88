// Plain SVG by hand: marks, lines and words in two palettes, so that a picture reads in light and in dark.

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2933; }
  .small { font-size: 11px; fill: #52606d; }
  .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: #d5dbe1; stroke-width: 1; }
  .axis { stroke: #7b8794; stroke-width: 1; }
  .a { fill: #b54708; stroke: #b54708; }
  .b { fill: #1c64b0; stroke: #1c64b0; }
  .c { fill: none; stroke: #1f2933; stroke-width: 1.5; }
  .range { stroke: #1c64b0; stroke-width: 5; stroke-opacity: 0.35; stroke-linecap: round; }
  .sure { stroke: #1c64b0; } .toss { stroke: #b54708; } .not { stroke: #7b8794; }
  .link { stroke-width: 1.5; stroke-opacity: 0.6; fill: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb; } .small { fill: #b8c2cc; }
    .grid { stroke: #3e4c59; } .axis { stroke: #9aa5b1; }
    .a { fill: #ff9f5a; stroke: #ff9f5a; } .b { fill: #74b3ff; stroke: #74b3ff; }
    .c { stroke: #e4e7eb; }
    .range { stroke: #74b3ff; } .sure { stroke: #74b3ff; } .toss { stroke: #ff9f5a; } .not { stroke: #9aa5b1; }
  }`;

/** A whole picture; `name` is read out where the picture cannot be seen. */
export function picture(width, height, name, marks) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(name)}">
<style>${STYLE}
</style>
${marks.flat(9).join('\n')}
</svg>
`;
}

export const words = (x, y, text, kind = '', anchor = 'start') =>
  `<text x="${n(x)}" y="${n(y)}"${kind && ` class="${kind}"`} text-anchor="${anchor}">${escaped(text)}</text>`;

export const line = (x1, y1, x2, y2, kind) =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" class="${kind}"/>`;

export const dot = (x, y, kind, radius = 4.5) => `<circle cx="${n(x)}" cy="${n(y)}" r="${radius}" class="${kind}"/>`;

export const diamond = (x, y, kind) =>
  `<path d="M${n(x - 5)} ${n(y)} L${n(x)} ${n(y - 5)} L${n(x + 5)} ${n(y)} L${n(x)} ${n(y + 5)} Z" class="${kind}"/>`;

/** Maps values from one range to another. */
export const scale = (from, to, left, right) => (value) => left + ((value - from) / (to - from)) * (right - left);

const n = (value) => Number(value.toFixed(1));
const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
