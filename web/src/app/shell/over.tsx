import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import type { Me } from '../../api/me.ts';
import { isSignedOut, onSignedOut } from '../../api/signed-out.ts';
import { useKeys } from '../../ui/keys.ts';
import { type Over, OverContext } from '../../ui/over.ts';
import { bringWords } from '../../words/language.ts';
import { placesOf } from './places.ts';

const NavSheet = lazy(() => import('./nav-sheet.tsx'));
const KeysSheet = lazy(() => import('./keys-sheet.tsx'));
const FindSheet = lazy(async () => {
  const [module] = await Promise.all([import('../../features/find/parts/find-sheet.tsx'), bringWords('find')]);
  return module;
});
const SignedOutSheet = lazy(() => import('./signed-out-sheet.tsx'));

/** What stands over every page, by a press or by a key: what is behind the face, to find something, which keys there are, and that one is signed out. */
export function OverPages({ me, children }: { me: Me; children: ReactNode }) {
  const navigate = useNavigate();
  const [over, show] = useState<Over>();
  const isOut = useSyncExternalStore(onSignedOut, isSignedOut);
  const places = placesOf(me);
  const close = () => show(undefined);
  useKeys(
    {
      '/': () => show('find'),
      '?': () => show('keys'),
      ...Object.fromEntries(places.map(({ path, letter }) => [`g ${letter}`, () => void navigate({ to: path })])),
    },
    'everywhere',
  );
  return (
    <OverContext value={show}>
      {children}
      <Suspense>
        {over === 'own' && <NavSheet me={me} places={places} close={close} />}
        {over === 'find' && <FindSheet close={close} />}
        {over === 'keys' && <KeysSheet places={places} close={close} />}
        {isOut && <SignedOutSheet />}
      </Suspense>
    </OverContext>
  );
}
