// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { Me } from './me';

const ann = { name: 'Ann', color: '#026fd7' };
const identity = { userId: 'u1', name: 'Ann Lee of the provider' };
beforeEach(() => window.localStorage.clear());

test('who never said who they are goes by a made-up name', () => {
  const me = new Me();
  expect(me.shown(undefined)).toEqual({ me: me.said, introduced: false });
});

test('what they say is kept', () => {
  new Me().introduce(ann, undefined);
  expect(new Me().shown(undefined)).toEqual({ me: ann, introduced: true });
});

test('a name that an identity provider gives goes before their own, which stays what it was', () => {
  const me = new Me();
  me.introduce(ann, undefined);
  expect(me.shown(identity)).toEqual({ me: { ...ann, name: identity.name }, introduced: true });
  me.introduce({ name: 'Someone Else', color: '#02823a' }, identity);
  expect(me.said).toEqual({ name: 'Ann', color: '#02823a' });
});
