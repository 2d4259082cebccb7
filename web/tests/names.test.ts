import { describe, expect, it } from 'vitest';
import type { ViewHeading } from '../src/documents';
import { inViews, nameOfView, viewName, viewsOf } from '../src/parts/names';

const views: ViewHeading[] = [
  { name: 'common', title: 'what no party contests', kind: 'common' },
  { name: 'usa', title: 'the United States', kind: 'party' },
  { name: 'russia', title: 'Russia', kind: 'party' },
  { name: 'strict', title: 'a water cannon is a weapon', kind: 'named' },
  { name: 'bare', title: '', kind: 'named' },
];

describe('what a view is called', () => {
  it('is what a person reads: its party, or the title that the text gives it', () => {
    expect(views.map(viewName)).toEqual(['the common view', 'the United States', 'Russia', '“a water cannon is a weapon”', '“bare”']);
    expect(nameOfView('strict', views)).toBe('“a water cannon is a weapon”');
    expect(nameOfView('elsewhere', views)).toBe('“elsewhere”');
  });

  it('fits into a sentence, the sorts of views apart', () => {
    const says = (...names: string[]) => inViews(viewsOf(names, views));
    expect(says('common')).toBe('in the common view');
    expect(says('russia')).toBe('in the view of Russia');
    expect(says('strict')).toBe('in the view “a water cannon is a weapon”');
    expect(says('common', 'russia')).toBe('in the common view and in the view of Russia');
    expect(says('russia', 'usa', 'strict', 'common')).toBe('in the common view, in the views of Russia and the United States, and in the view “a water cannon is a weapon”');
  });
});
