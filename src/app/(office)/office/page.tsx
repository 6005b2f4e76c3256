import { OfficeHead, OfficePage } from "@/ui/page";
import { officePage } from "../_lib/office-page";

export default officePage(async () => {
  return (
    <OfficePage>
      <OfficeHead title="What waits for you" />
    </OfficePage>
  );
});
