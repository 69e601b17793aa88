const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** What the name of a file of each kind that is taken as evidence ends with, so that programs open it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  [`${OFFICE}wordprocessingml.document`]: '.docx',
  [`${OFFICE}spreadsheetml.sheet`]: '.xlsx',
  [`${OFFICE}presentationml.presentation`]: '.pptx',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'text/markdown': '.md',
};

/** What a file is called in a blind review, by its place among the evidence of an application, the first 0. */
export function blindName(place: number, mediaType: string): string {
  return `evidence-${place + 1}${ENDINGS[mediaType] ?? ''}`;
}
