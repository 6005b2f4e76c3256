import { site } from "@/app/_lib/site";
import { Actions, LinkButton } from "@/ui/button";
import { OfficeHead, OfficePage } from "@/ui/page";

/** The same for what is not there and for what is not open to whoever asks. */
export async function NoSuchPage() {
  const { council } = await site();
  return (
    <OfficePage>
      <title>{`Page not found – Scrutiny office – ${council.name}`}</title>
      <OfficeHead title="Page not found">
        There is nothing at this address for you. It may have been typed differently, or moved.
      </OfficeHead>
      <Actions>
        <LinkButton href="/office">What waits for you</LinkButton>
        <LinkButton href="/" second>
          Public site
        </LinkButton>
      </Actions>
    </OfficePage>
  );
}
