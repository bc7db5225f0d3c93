#!/usr/bin/env bash
# A converter from CDA to FHIR turns "no" into "yes". In CDA a denial is an attribute of the entry,
# negationInd="true", beside the same codes as an assertion: "not allergic to penicillin", "no metastasis of the
# liver", "not given". @medplum/ccda 4.5.2 (convertCcdaToFhir) never reads that attribute. Of one valid document it
# makes
#   a confirmed, active allergy to penicillin; a confirmed, active metastasis of the liver; an active order of the
#       drug;
#   the dose 5.5 mg as 5.5 [IU]: the unit is a constant of the program, whatever the document's own is;
#   a result "CA 125 > 1000 U/mL" (IVL_PQ with a low end only) and a titre 1:160 (RTO) as observations without any
#       value,
#   the limit of the normal range as an empty object;
#   a problem known to the year (2026) as of 1 January, a result of October (202610) as of 1 January, too, midnight
#       UTC.
# Nothing is refused; only the console says "Unhandled observation value type" of the two values. The words of the
# section ("No metastasis") stay right in the narrative, so that text and codes of one result say opposite things. The
# package's page speaks of seamless conversion and names no such limits. So a reader of ours takes from CDA only
# entries whose negationInd it has looked at, keeps unit and limits as written, and never trusts a converter's
# "confirmed" without the section's words beside it. Seen 2026-11-30 with Node 20.20.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" @medplum/ccda@4.5.2 @medplum/core@4.5.2 >/dev/null
cat >made.mjs <<'J'
// Writes a small C-CDA document; each entry differs from an assertion by negationInd alone.
import { convertCcdaToFhir, convertXmlToCcda } from '@medplum/ccda';
const root = '2.16.840.1.113883.10.20.22.';
const template = (n, day) => `<templateId root="${root}${n}"/><templateId root="${root}${n}" extension="${day}"/>`;
let next = 20;
const id = () => `<id root="1.2.3.${next++}"/>`;
const section = (n, day, code, words, entries) => `<component><section>${template(n, day)}
  <code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${words}</title>
  <text>${words}</text>${entries}</section></component>`;
const concern = (n, day, inner) => `<entry typeCode="DRIV"><act classCode="ACT" moodCode="EVN">
  ${template(n, day)}${id()}<code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/>
  <effectiveTime><low value="20260101"/></effectiveTime>
  <entryRelationship typeCode="SUBJ">${inner}</entryRelationship></act></entry>`;
const coded = (name) => `code="X${next++}" displayName="${name}" codeSystem="1.2.3.99"`;
const allergy = (no) => concern('4.30', '2015-08-01', `<observation classCode="OBS" moodCode="EVN"${no}>
  ${template('4.7', '2014-06-09')}${id()}<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>
  <statusCode code="completed"/><effectiveTime><low value="20260101"/></effectiveTime>
  <value xsi:type="CD" ${coded('Allergy to drug')}/><participant typeCode="CSM"><participantRole classCode="MANU">
  <playingEntity classCode="MMAT"><code ${coded('Penicillin')}/></playingEntity></participantRole></participant>
  </observation>`);
const problem = (no) => concern('4.3', '2015-08-01', `<observation classCode="OBS" moodCode="EVN"${no}>
  ${template('4.4', '2015-08-01')}${id()}<code ${coded('Condition')}/><statusCode code="completed"/>
  <effectiveTime><low value="2026"/></effectiveTime><value xsi:type="CD" ${coded('Metastasis of liver')}/>
  </observation>`);
const drug = (no) => `<entry><substanceAdministration classCode="SBADM" moodCode="EVN"${no}>
  ${template('4.16', '2014-06-09')}${id()}<statusCode code="active"/>
  <effectiveTime xsi:type="IVL_TS"><low value="20260101"/></effectiveTime><doseQuantity value="5.5" unit="mg"/>
  <consumable><manufacturedProduct classCode="MANU">${template('4.23', '2014-06-09')}<manufacturedMaterial>
  <code ${coded('Methotrexate')}/></manufacturedMaterial></manufacturedProduct></consumable>
  </substanceAdministration></entry>`;
const result = (name, value, rest = '') => `<component><observation classCode="OBS" moodCode="EVN">
  ${template('4.2', '2015-08-01')}${id()}<code ${coded(name)}/><statusCode code="completed"/>
  <effectiveTime value="202610"/>${value}${rest}</observation></component>`;
const normal = `<referenceRange><observationRange><value xsi:type="IVL_PQ"><high value="35" unit="U/mL"/></value>
  </observationRange></referenceRange>`;
const results = `<entry typeCode="DRIV"><organizer classCode="BATTERY" moodCode="EVN">
  ${template('4.1', '2015-08-01')}${id()}<code ${coded('Panel')}/><statusCode code="completed"/>
  ${result('CA 125', '<value xsi:type="IVL_PQ"><low value="1000" unit="U/mL" inclusive="false"/></value>', normal)}
  ${result('Titre', '<value xsi:type="RTO_PQ_PQ"><numerator value="1"/><denominator value="160"/></value>')}
  ${result('Ki-67', '<value xsi:type="PQ" value="20" unit="%"/>')}</organizer></entry>`;
const written = (no) => `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>${template('1.2', '2015-08-01')}
  <id root="1.2.3.4"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/><title>Summary</title>
  <effectiveTime value="20261012100000+0200"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
  <languageCode code="en"/><recordTarget><patientRole><id root="1.2.3.5" extension="1"/><patient><name>
  <given>Ana</given><family>Probe</family></name><administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
  <birthTime value="19650412"/></patient></patientRole></recordTarget>
  <author><time value="20261012"/><assignedAuthor><id root="1.2.3.6"/><assignedPerson><name><given>A</given>
  <family>B</family></name></assignedPerson></assignedAuthor></author><custodian><assignedCustodian>
  <representedCustodianOrganization><id root="1.2.3.7"/><name>Clinic</name></representedCustodianOrganization>
  </assignedCustodian></custodian><component><structuredBody>
  ${section('2.6.1', '2015-08-01', '48765-2', 'Not allergic to penicillin', allergy(no))}
  ${section('2.5.1', '2015-08-01', '11450-4', 'No metastasis', problem(no))}
  ${section('2.1.1', '2014-06-09', '10160-0', 'Not given', drug(no))}
  ${section('2.3.1', '2015-08-01', '30954-2', 'Results', results)}</structuredBody></component></ClinicalDocument>`;

console.log = () => {};
const say = (...parts) => process.stdout.write(parts.join(' ') + '\n');
const told = (no) => {
  next = 20;
  const lines = [];
  for (const { resource: r } of convertCcdaToFhir(convertXmlToCcda(written(no))).entry) {
    const name = r.code?.text ?? r.medicationCodeableConcept?.text;
    const state = (x) => x?.coding[0].code;
    if (r.clinicalStatus)
      lines.push([name, state(r.verificationStatus), state(r.clinicalStatus), r.onsetDateTime].join(' '));
    if (r.resourceType === 'MedicationRequest') {
      const dose = r.dosageInstruction[0].doseAndRate[0].doseQuantity;
      lines.push([name, r.status, r.intent, r.doNotPerform ?? 'doNotPerform-unsaid', dose.value, dose.unit].join(' '));
    }
    if (r.resourceType === 'Observation' && !r.hasMember) {
      const value = r.valueQuantity ? `${r.valueQuantity.value} ${r.valueQuantity.unit}` : 'no-value';
      const range = r.referenceRange ? 'range ' + JSON.stringify(r.referenceRange[0]) : '';
      lines.push([name, value, range, r.effectiveDateTime].filter((x) => x).join(' '));
    }
  }
  return lines;
};
const denied = told(' negationInd="true"'), asserted = told('');
denied.forEach((line) => say(line));
say('differs from the document without negationInd:', denied.join() === asserted.join() ? 'in nothing' : 'yes');
J
node made.mjs >seen 2>/dev/null
diff - seen <<'T'
Penicillin confirmed active 2026-01-01T00:00:00Z
Metastasis of liver confirmed active 2026-01-01T00:00:00Z
Methotrexate active order doNotPerform-unsaid 5.5 [IU]
CA 125 no-value range {} 2026-01-01T00:00:00Z
Titre no-value 2026-01-01T00:00:00Z
Ki-67 20 % 2026-01-01T00:00:00Z
differs from the document without negationInd: in nothing
T
cat seen
echo "as seen: the converter still drops every denial"
