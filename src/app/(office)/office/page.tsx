import { requirePerson } from "@/server/auth/session";
import { OfficeHead, OfficePage } from "@/ui/page";

export default async function OfficeHomePage() {
  await requirePerson();
  return (
    <OfficePage>
      <OfficeHead title="What waits for you" />
    </OfficePage>
  );
}
