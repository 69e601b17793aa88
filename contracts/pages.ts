/** Every path of the web app, as the API serves it and the app's router knows it; `:name` stands for one part. */
export const PAGES = [
  '/',
  '/go',
  '/sign-in',
  '/desk',
  '/desk/answered',
  '/desk/:round',
  '/desk/:round/:task',
  '/settings',
] as const;

/** Where whoever is led to a path goes on: at its page, or at their desk as long as there is none. */
export function pageOrDesk(path: string): string {
  const asked = partsOf(path.replace(/[?#].*$/, ''));
  const isIt = (page: string) => {
    const parts = partsOf(page);
    return (
      parts.length === asked.length && parts.every((part, i) => part === asked[i] || (part[0] === ':' && asked[i]))
    );
  };
  return PAGES.some(isIt) ? path : '/desk';
}

const partsOf = (path: string): readonly string[] => path.split('/');
