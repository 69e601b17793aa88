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
