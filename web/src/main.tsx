import '@fontsource-variable/inter/wght.css';
import './theme/mantine.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { nonceOfPage } from './theme/nonce.ts';
import { languageHere, startWords } from './words/language.ts';

// The name by which libraries that make styles of their own ask for the nonce.
Object.assign(globalThis, { __webpack_nonce__: nonceOfPage() });

await startWords(languageHere());
createRoot(document.getElementById('root')!).render(<App />);
