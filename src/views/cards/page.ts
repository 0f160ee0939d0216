import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { type PictureGroup, pictureGroups } from "./groups.ts";

/** The number of pictures of each kind on the first page. */
const shown = 3;

/**
 * The pages of pictures: one without a folder, which shows some of every kind, and one for each folder
 * below `/cards/`. Empty if no picture is drawn.
 *
 * @param cards whether cards for link previews are drawn
 */
export function picturePages(site: Site, { cards }: { cards: boolean }) {
  const groups = pictureGroups(site, { cards });
  if (groups.length === 0) return [];
  const single = groups.filter(({ folder }) => folder !== "");
  return [
    { folder: undefined, view: allPictures(site, groups, cards) },
    ...single.map((group) => ({
      folder: group.folder,
      view: picturesOfKind(site, group, cards),
    })),
  ];
}

export type PicturePage = ReturnType<typeof allPictures>;

function allPictures(site: Site, groups: PictureGroup[], cards: boolean) {
  const { format, href } = site;
  const title = "Pictures to pass on";
  return {
    ...opening(site, { title, groups, cards }),
    above: [] as [path: string, name: string][],
    /** All pictures of the kind, on a page of one kind. */
    pictures: [] as PictureGroup["pictures"],
    blocks: groups.map(({ folder, title, pictures }) => ({
      id: folder || "whole",
      title,
      pictures: pictures.slice(0, shown),
      more:
        pictures.length > shown
          ? {
              text: `All ${format.count(pictures.length, "picture")}`,
              href: href(`/cards/${folder}/`),
            }
          : null,
    })),
  };
}

function picturesOfKind(site: Site, group: PictureGroup, cards: boolean): PicturePage {
  const title = `Pictures to pass on: ${group.title.toLowerCase()}`;
  return {
    ...opening(site, { title, groups: [group], cards }),
    above: [["/cards/", "Pictures"]],
    pictures: group.pictures,
    blocks: [],
  };
}

function opening(
  { format }: Site,
  { title, groups, cards }: { title: string; groups: PictureGroup[]; cards: boolean },
) {
  const count = format.count(sum(groups.map(({ pictures }) => pictures.length)), "picture");
  const wide = " The wide ones are what people see where a link to their page is posted.";
  return {
    title,
    description: `${count} of this ledger to keep, post or send.`,
    kicker: `${count} as PNG.${cards ? wide : ""}`,
  };
}
