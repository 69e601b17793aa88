import { lazy } from 'react';
import { Desk } from '../features/desk/pages/desk.tsx';
import { bringWords } from '../words/language.ts';

/** It comes with the words of its feature, when somebody answers in place. */
const InPlace = lazy(async () => {
  const [module] = await Promise.all([import('../features/answer/parts/in-place.tsx'), bringWords('answer')]);
  return module;
});

/** The desk, with what answers there: neither feature knows the other. */
export function DeskPage() {
  return <Desk InPlace={InPlace} />;
}
