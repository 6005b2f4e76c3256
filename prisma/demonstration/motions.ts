import type { AuthorityName } from "./authorities";
import type { BodySlug } from "./bodies";
import type { MeetingName } from "./meetings";
import type { PersonSlug } from "./people";
import type { Ids, Tx } from "./register";

type Loaded = {
  people: Ids<PersonSlug>;
  bodies: Ids<BodySlug>;
  meetings: Ids<MeetingName>;
  authorities: Ids<AuthorityName>;
};

/** The motion that the County Council referred to the committee on 21 July 2016. */
export async function loadMotion(tx: Tx, { people, bodies, meetings, authorities }: Loaded): Promise<string> {
  const motion = await tx.motion.create({
    data: {
      slug: "racism-and-xenophobia",
      title: "Racism and xenophobia",
      text: [
        "That the council affirm:",
        "",
        "- that it is proud to live in a diverse and tolerant society, in which racism, xenophobia and hate crime have no place;",
        "- that it condemns them unequivocally and will not let hate become acceptable;",
        "- that local bodies and programmes are to have the support and resources they need against them; and",
        "- that everybody who lives in Dorset, of whatever nationality, is a valued member of the community.",
      ].join("\n"),
      moverId: people["andy-canning"],
      seconderId: people["janet-dover"],
      meetingId: meetings["council-2016-07-21"],
      referredToId: bodies["people-and-communities"],
      authorityId: authorities["council-2016-07-21"],
      audience: "public",
    },
  });
  return motion.id;
}
