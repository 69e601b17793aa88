/**
 * What is kept of the dictionaries of a PDF that say something of the document, a page or a remark (ISO 32000-2, tables 29, 31,
 * 166 and following, 224): whatever else stands in them is no part of what the pages show. Outlines, labels of pages, threads,
 * intents and attachments go with it.
 */
export const OF_CATALOG = new Set([
  ...['Type', 'Version', 'Pages', 'Names', 'Dests', 'ViewerPreferences', 'PageLayout', 'StructTreeRoot', 'MarkInfo'],
  ...['Lang', 'AcroForm', 'OCProperties'],
]);
export const OF_PAGE = new Set([
  ...['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'Contents'],
  ...['Annots', 'Group', 'StructParents', 'Tabs', 'UserUnit'],
]);
export const OF_REMARK = new Set([
  ...[
    'Type',
    'Subtype',
    'Rect',
    'Contents',
    'P',
    'F',
    'AP',
    'AS',
    'Border',
    'C',
    'StructParent',
    'OC',
    'CA',
    'ca',
    'BM',
  ],
  ...[
    'QuadPoints',
    'InkList',
    'L',
    'LE',
    'LL',
    'LLE',
    'LLO',
    'Cap',
    'CP',
    'CO',
    'Vertices',
    'BS',
    'BE',
    'IC',
    'RD',
    'CL',
  ],
  ...['Q', 'DA', 'H', 'Dest', 'A', 'Open', 'Popup', 'Parent', 'IRT', 'RT', 'IT', 'Rotate', 'Sy'],
  // Of a field of a form that is shown.
  ...['FT', 'Ff', 'T', 'Kids', 'V', 'DV', 'Opt', 'TI', 'I', 'MaxLen', 'MK'],
]);
export const OF_FORM = new Set(['Fields', 'NeedAppearances', 'SigFlags', 'CO', 'DR', 'DA', 'Q']);
export const OF_STRUCTURE = new Set(['Type', 'K', 'ParentTree', 'ParentTreeNextKey', 'RoleMap', 'ClassMap']);
export const OF_ACTION = new Set(['Type', 'S', 'D', 'URI', 'IsMap', 'N']);

/** In whatever dictionary they stand: who made it with what, when, and for whom. */
export const BESIDE = [
  ...['Metadata', 'PieceInfo', 'LastModified', 'CreatorInfo', 'AF', 'SpiderInfo', 'Thumb', 'Legal', 'Perms', 'DSS'],
  ...['OPI', 'User', 'AA', 'JS', 'DPM', 'PtData', 'Measure', 'IDTree'],
];

/** Texts that pages show, or that readers say aloud in the place of what they show; by the key that they stand under. */
const SHOWN = new Set(['Contents', 'V', 'DV', 'Opt', 'CA', 'RC', 'AC', 'Alt', 'ActualText', 'E', 'URI']);
/** Texts that programs need to show a page, and what they look like. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  DA: /^[^()]{0,500}$/,
  Lang: /^[\w-]{0,35}$/,
  Registry: /^[\w-]{1,40}$/,
  Ordering: /^[\w-]{1,40}$/,
};

/** Whether a text may stay under a key: all others are a program's, or somebody's. */
export function mayStay(key: string, text: () => string): boolean {
  return SHOWN.has(key) || (Object.hasOwn(NEEDED, key) && NEEDED[key]!.test(text()));
}
